"""What is said of problems with the file: what is wrong, and what to do."""

from __future__ import annotations

from desktop.words import N_

# code: (what is wrong, what to do)
PROBLEMS: dict[str, tuple[str, str]] = {
    "not_found": (
        N_("The file {path} is not there."),
        N_("It may have been moved, renamed or lie on a medium that is not connected. Choose where it is now."),
    ),
    "text_unfit": (
        N_("A text has a sign in it that no file can keep (sign {place})."),
        N_("It came along in copying. Nothing was changed. Take it out, or retype the text."),
    ),
    "already_there": (
        N_("There is already a file {path}."),
        N_("Open it, or choose another name for the new one."),
    ),
    "not_a_database": (
        N_("{path} is not a Kezha file."),
        N_("It is empty, encrypted, or made by another program. Spreadsheets are brought in with Import."),
    ),
    "foreign": (
        N_("{path} belongs to another program."),
        N_("Nothing was changed in it. Choose a file that ends in .kezha."),
    ),
    "newer": (
        N_("{path} was made by a newer version of this program (format {found}, this one knows {known})."),
        N_("Update the program on this computer, then open the file again. Nothing was changed in it."),
    ),
    "older_unknown": (
        N_("{path} has a format ({found}) that this version cannot read this way."),
        N_("Open it once for writing so that it can be brought up to date, or ask for the version that made it."),
    ),
    "changed_schema": (
        N_("{path} was altered by another program: {names}."),
        N_("For your safety it is not opened. Open the newest backup instead."),
    ),
    "damaged": (
        N_("{path} is damaged."),
        N_(
            "Leave it as it is and open the newest backup. The damaged file may still be needed to save single records."
        ),
    ),
    "in_use": (
        N_("{path} is open already, by {user} (process {pid})."),
        N_("Use the window that is open, or open the file for reading only."),
    ),
    "in_use_elsewhere": (
        N_("{path} seems to be open on another computer: {host}, {user}."),
        N_("If you are sure that nobody has it open there, take it over. Otherwise open it for reading only."),
    ),
    "read_only": (
        N_("The file is open for reading only; nothing can be changed."),
        N_("Close it where else it is open, then open it again here."),
    ),
    "read_only_place": (
        N_("Nothing can be written at {path}."),
        N_("The medium or folder is write-protected. Copy the file to this computer, or open it for reading only."),
    ),
    "no_permission": (
        N_("You have no right to write at {path}."),
        N_("Choose another folder, or ask who looks after this computer."),
    ),
    "disk_full": (
        N_("The disk is full; nothing was saved."),
        N_("Free some space and save again. What you typed is still here."),
    ),
    "disk_error": (
        N_("The disk does not answer."),
        N_(
            "Is the medium still connected? Connect it again; everything saved so far is there. What you typed is here."
        ),
    ),
    "busy": (
        N_("Another program keeps the file locked."),
        N_("Wait a moment and try again."),
    ),
    "folder_missing": (
        N_("The folder of {path} is not there."),
        N_("Choose another folder."),
    ),
    "upgrade_failed": (
        N_("{path} could not be brought up to date; it is as it was before."),
        N_("A copy lies at {backup}. Please send the log to whoever looks after this program."),
    ),
}
