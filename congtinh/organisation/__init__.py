"""Units, portals, boards, appointments, delegations, and who may do what because of them."""
