"""What a measurement means in SSc-ILD. Arrays in, arrays out."""
