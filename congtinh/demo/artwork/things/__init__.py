"""What the scenes are furnished with: boats, buildings, plants, people, vehicles."""
