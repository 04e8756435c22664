using System.Runtime.CompilerServices;

namespace TaskGen.Generator.Outlining;

/// <summary>
/// Numbers objects, so that two steps can tell whether they saw the same one without keeping it. An object that is nowhere else kept takes
/// its number with it.
/// </summary>
internal static class ObjectNumbers
{
    private static readonly ConditionalWeakTable<object, StrongBox<long>> Numbers = new();
    private static long _last;

    /// <summary>The number of an object: no other object had it, or will.</summary>
    public static ulong Of(object item) =>
        (ulong)Numbers.GetValue(item, static _ => new StrongBox<long>(Interlocked.Increment(ref _last))).Value;
}
