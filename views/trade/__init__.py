"""Trade and investment."""
