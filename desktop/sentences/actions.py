"""What actions did, by their kinds."""

from __future__ import annotations

from desktop.words import N_

ACTIONS: dict[str, str] = {
    "file.new": N_("New file"),
    "sample.load": N_("Sample office"),
    "customer.create": N_("New customer {name}"),
    "customer.edit": N_("Change {name}"),
    "customer.delete": N_("Delete {name}"),
    "customers.delete": N_("Delete {count} customers"),
    "customers.assign": N_("Assign {count} customers"),
    "customer.tier": N_("Value tier of {name}: {tier}"),
    "customer.tier.why": N_("Value tier of {name}: {tier} ({reason})"),
    "customer.intent": N_("Intent level of {name}"),
    "tiers.edit": N_("Value tiers of the office"),
    "contact.edit": N_("Contacts of {name}"),
    "contact.elsewhere": N_("{name}: a contact at another customer"),
    "contact.same": N_("{name}: which contacts are one person"),
    "contact.delete": N_("Delete contact of {name}"),
    "followup.log": N_("Follow-up with {name}"),
    "followup.plan": N_("Plan for {name}"),
    "followup.cancel": N_("Cancel plan for {name}"),
    "followup.delete": N_("Delete follow-up with {name}"),
    "attachment.add": N_("Attach to {name}"),
    "attachment.delete": N_("Delete attachment of {name}"),
    "tags.edit": N_("Tags of {name}"),
    "import.customers": N_("Import {count} customers"),
    "import.contacts": N_("Import {count} contacts"),
    "import.orders": N_("Import {count} orders"),
    "import.payments": N_("Import {count} payments"),
    "import.followups": N_("Import {count} follow-ups"),
    "office.edit": N_("Office details"),
    "rep.edit": N_("Person {name}"),
    "policy.edit": N_("Rules of the office"),
    "custom.define": N_("New custom field {title}"),
    "custom.edit": N_("Change custom field {title}"),
    "custom.order": N_("Order of the custom fields"),
    "custom.delete": N_("Remove custom field {title} with {count} answers"),
    "undo": N_("Undo: {action}"),
}
