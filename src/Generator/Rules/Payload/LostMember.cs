using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>Represents a member whose value is lost when an object is serialized and deserialized.</summary>
/// <param name="name">The name of the member.</param>
/// <param name="type">The type of the member.</param>
/// <param name="explanation">Why its value is lost, as a clause that follows the member, and the remedy.</param>
internal readonly struct LostMember(string name, ITypeSymbol type, Explanation explanation)
{
    /// <summary>The name of the member.</summary>
    public string Name => name;

    /// <summary>The type of the member.</summary>
    public ITypeSymbol Type => type;

    /// <summary>Why its value is lost, and the remedy.</summary>
    public Explanation Explanation => explanation;
}
