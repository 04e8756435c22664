using TaskGen.Primitives;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// What somebody may have meant by a name that no task has, by the measure by which the registry suggests names when it runs.
/// </summary>
internal static class NearNames
{
    /// <summary>The names that are near, in order of their letters.</summary>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> known)
    {
        var wanted = NameDistance.Plain(name);
        var near = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var candidate in known)
        {
            if (NameDistance.IsNear(wanted, NameDistance.Between(wanted, NameDistance.Plain(candidate))))
            {
                near.Add(candidate);
            }
        }

        return [.. near];
    }
}
