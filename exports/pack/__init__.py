"""What an event takes along on one stick."""
