using TaskGen.Canvases;

namespace TaskGen;

/// <summary>Puts signatures together that run side by side.</summary>
public static class Canvas
{
    /// <summary>
    /// Runs all of them side by side. The results are a list in the order given. One that fails fails the group, once, when the last of
    /// them has ended: the failure is that of the first in the list. A group of nothing succeeds at once with an empty list.
    /// </summary>
    /// <typeparam name="T">What each of them comes to.</typeparam>
    /// <param name="signatures">The members; at most <see cref="TaskGenOptions.MaxGroupSize"/>.</param>
    /// <returns>The group.</returns>
    public static Signature<IReadOnlyList<T>> Group<T>(params IEnumerable<Signature<T>> signatures)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        Signature<T>[] members = [.. signatures];
        for (var index = 0; index < members.Length; index++)
        {
            if (members[index] is null)
            {
                throw new ArgumentException($"The member at position {index} of the group is null.", nameof(signatures));
            }
        }

        return new Signature<IReadOnlyList<T>>(
            new CanvasGroup([.. members.Select(static member => member.Part)]),
            new GroupResultReader<T>([.. members.Select(static member => member.Reader)]).Read);
    }

    /// <summary>
    /// Cuts items into chunks and runs something for each, side by side. The results are a list in the order of the chunks; no items: an
    /// empty list.
    /// </summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <typeparam name="TResult">What a chunk comes to.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="size">How many items a chunk has; the last one may have fewer.</param>
    /// <param name="chunk">Makes the signature for one chunk.</param>
    /// <returns>The group of the chunks.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    public static Signature<IReadOnlyList<TResult>> Chunks<T, TResult>(IEnumerable<T> items, int size, Func<T[], Signature<TResult>> chunk)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentNullException.ThrowIfNull(chunk);
        return Group(items.Chunk(size).Select(chunk));
    }
}
