using System.Globalization;
using TaskGen;

namespace Upgrade.Common;

/// <summary>What a producer has dispatched, as it tells whoever started it.</summary>
/// <param name="Case">What was dispatched, by the same name in both versions.</param>
/// <param name="Number">The number the task was given.</param>
/// <param name="Id">The task.</param>
/// <param name="Joined">Whether the dispatch joined a task that was there.</param>
public sealed record Dispatched(string Case, int Number, TaskId Id, bool Joined)
{
    private const string Prefix = "dispatched ";

    /// <summary>Of a handle.</summary>
    public static Dispatched Of(string what, int number, TaskHandle handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return new Dispatched(what, number, handle.Id, handle.WasDeduplicated);
    }

    /// <summary>Reads a line of output; null where it says something else.</summary>
    public static Dispatched? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.StartsWith(Prefix, StringComparison.Ordinal)
            && line[Prefix.Length..].Split(' ') is [var what, var number, var id, var joined]
            ? new Dispatched(what, int.Parse(number, CultureInfo.InvariantCulture), TaskId.Parse(id), bool.Parse(joined))
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Case} {Number} {Id} {Joined}");
}
