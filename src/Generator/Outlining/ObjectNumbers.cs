using System.Runtime.CompilerServices;

namespace TaskGen.Generator.Outlining;

/// <summary>
/// Assigns a unique number to each object, so that two steps of the generator pipeline can detect the same object without holding a
/// reference to it. The number is discarded when the object is garbage-collected.
/// </summary>
internal static class ObjectNumbers
{
    private static readonly ConditionalWeakTable<object, StrongBox<ulong>> Numbers = new();
    private static long _last;

    /// <summary>Returns a number that no object has.</summary>
    public static ulong Next() => (ulong)Interlocked.Increment(ref _last);

    /// <summary>Returns the number of an object. Numbers are never reused.</summary>
    public static ulong Of(object item) =>
        Numbers.GetValue(item, static _ => new StrongBox<ulong>(Next())).Value;
}
