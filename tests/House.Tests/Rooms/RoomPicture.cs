namespace House.Tests.Rooms;

/// <summary>
/// The rooms as the Mermaid diagram of <c>docs/architecture.md</c>: an arrow for each use that no longer way shows already.
/// </summary>
internal static class RoomPicture
{
    /// <summary>Draws the arrows, one a line, in the order of the rooms.</summary>
    public static string Draw(RoomPlan plan, IReadOnlyList<TypeUse> uses)
    {
        var rooms = plan.Order.Select(Shown).Distinct().ToList();
        var below = rooms.ToDictionary(static room => room, room => UsesOf(room).ToHashSet(StringComparer.Ordinal));
        return string.Join('\n', rooms.SelectMany(room => rooms
            .Where(used => below[room].Contains(used) && !below[room].Any(other => other != used && Reaches(below, other, used)))
            .Select(used => $"    {Name(room)} --> {Name(used)}")));

        IEnumerable<string> UsesOf(string room) =>
            uses.Where(use => Shown(use.FromRoom) == room).Select(use => Shown(use.ToRoom)).Where(used => used != room);

        string Shown(string room) =>
            plan.DrawnAsOne is { } one && room.StartsWith(one + '/', StringComparison.Ordinal) ? one : room;
    }

    /// <summary>The arrows of the diagram of an assembly.</summary>
    public static string InDocument(string assembly)
    {
        var lines = File.ReadAllLines(RepositoryFiles.Full("docs/architecture.md"));
        return string.Join('\n', lines
            .SkipWhile(line => line != $"%% rooms of src/{assembly}")
            .TakeWhile(static line => line != "```")
            .Where(static line => line.Contains("-->", StringComparison.Ordinal)));
    }

    // Rooms that use each other are a mistake that another test reports; here they must only not be walked round for ever.
    private static bool Reaches(Dictionary<string, HashSet<string>> below, string from, string to, HashSet<string>? seen = null)
    {
        seen ??= new HashSet<string>(StringComparer.Ordinal);
        return seen.Add(from) && (below[from].Contains(to) || below[from].Any(next => Reaches(below, next, to, seen)));
    }

    private static string Name(string room) => room.Replace("/", "", StringComparison.Ordinal);
}
