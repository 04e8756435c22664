using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>Specifies the sensitive data in one payload parameter. The data is masked when it is displayed.</summary>
/// <param name="name">The exact name of the parameter.</param>
/// <param name="members">
/// The JSON or C# names of the sensitive members, at any depth of the parameter. If there are none, the whole parameter is sensitive.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SensitivePart(string name, params string[] members)
{
    /// <summary>Gets the exact name of the parameter.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the names of the sensitive members. If there are none, the whole parameter is sensitive.</summary>
    public IReadOnlyList<string> Members { get; } = members;
}
