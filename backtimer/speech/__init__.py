"""Speech: what is said, and when. Texts and instants only; nothing here makes a sound."""
