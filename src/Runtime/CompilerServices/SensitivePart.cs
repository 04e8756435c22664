using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>What of one payload parameter must not be seen by people.</summary>
/// <param name="name">The exact name of the parameter.</param>
/// <param name="members">
/// The members that are masked wherever they stand beneath it, by their names in JSON or in C#; none: all of it.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SensitivePart(string name, params string[] members)
{
    /// <summary>The exact name of the parameter.</summary>
    public string Name { get; } = name;

    /// <summary>The members that are masked; none: all of it.</summary>
    public IReadOnlyList<string> Members { get; } = members;
}
