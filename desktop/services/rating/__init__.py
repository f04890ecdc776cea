"""分级: 评定, 等级策略 and what they come to for one customer."""
