"""The staff screens of the publishing path; each verb is one call to an action."""
