using TaskGen.Primitives;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// Finds existing task names that are similar to an unknown task name. At run time, the task registry suggests names in the same way.
/// </summary>
internal static class NearNames
{
    /// <summary>Returns the similar names, in ordinal order.</summary>
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
