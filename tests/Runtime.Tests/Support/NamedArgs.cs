namespace TaskGen.Tests;

internal readonly record struct NamedArgs(string Type, int Pages, DayOfWeek? Day, Branch? Branch);
