"""What is measured of CổngTỉnh, and the means to measure it; see README.md beside this file."""
