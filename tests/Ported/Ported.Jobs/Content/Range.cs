namespace Ported.Jobs.Content;

/// <summary>Represents a range.</summary>
/// <typeparam name="T">The type of its ends.</typeparam>
/// <param name="From">The first value.</param>
/// <param name="To">The value after the last one.</param>
public readonly record struct Range<T>(T From, T To)
    where T : struct, IComparable<T>;
