"""The example newspaper *Harian Contoh*: its people, stories and pictures, as plain data."""
