namespace House.Tests.Rooms;

/// <summary>The rooms of one assembly from top to bottom: each may use those below it and none above it.</summary>
/// <param name="Source">The folder of the project, relative to the repository; the rooms are its folders.</param>
/// <param name="Namespace">The root namespace. Internal types of a room live in a namespace of their own below it.</param>
/// <param name="Order">The rooms, the one that uses the others first. A room inside another one is written with a slash.</param>
/// <param name="DrawnAsOne">A room whose inner rooms the picture shows as itself; null where there is none.</param>
internal sealed record RoomPlan(string Source, string Namespace, IReadOnlyList<string> Order, string? DrawnAsOne = null)
{
    /// <summary>The room of a file: the longest room name that its folder begins with; null where no room has it.</summary>
    /// <param name="file">The path of the file below <see cref="Source"/>, with slashes.</param>
    public string? RoomOf(string file) =>
        Order.Where(room => file.StartsWith(room + '/', StringComparison.Ordinal)).MaxBy(static room => room.Length);

    /// <summary>Whether one room stands above another one, and may use it.</summary>
    public bool IsAbove(string room, string other) => Number(room) < Number(other);

    private int Number(string room) => Order.Index().First(pair => pair.Item == room).Index;
}
