/** Sends a rating without leaving the page; without this, the form does the same by itself. */

async function send(form) {
  const answer = form.querySelector(".rating-answer");
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(new FormData(form)),
    });
    answer.textContent = (await response.json()).message;
  } catch {
    answer.textContent = answer.dataset.trouble;
  } finally {
    button.disabled = false;
  }
}

for (const form of document.querySelectorAll(".rating-form")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}
