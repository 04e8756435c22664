using TaskGen.Canvases;

namespace TaskGen;

/// <summary>Provides methods that combine signatures into a group whose members run in parallel.</summary>
/// <remarks>
/// <para>
/// A canvas is work that consists of several tasks, in which the end of one task starts others: chains, groups, and groups with a task that
/// follows them (chords). It is planned with signatures, which generated clients create, for example <c>client.Fetch.Signature(url)</c>.
/// </para>
/// <para>
/// A group is a signature itself. It can be a member of another group, and <c>Then</c> can add a task that takes the results of all
/// members.
/// </para>
/// </remarks>
public static class Canvas
{
    /// <summary>Creates a signature that runs the given signatures in parallel and returns their results as a list.</summary>
    /// <typeparam name="T">The result type of each member.</typeparam>
    /// <param name="signatures">
    /// The members of the group. When the group is dispatched, it can have at most <see cref="TaskGenOptions.MaxGroupSize"/> members.
    /// </param>
    /// <returns>
    /// The signature of the group. Its result has the results of the members, in the order of <paramref name="signatures"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="signatures"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A member is <see langword="null"/>.</exception>
    /// <remarks>
    /// The group ends when its last member has ended. If members fail, are canceled or expire, the group fails once, with the failure of
    /// the first such member in the list. An empty group succeeds immediately with an empty list.
    /// </remarks>
    /// <example>
    /// The following code fetches all images in parallel and then passes the list of results to one task.
    /// <code>
    /// var images = Canvas.Group(urls.Select(url => client.Fetch.Signature(url)));
    /// var album = await tasks.DelayAsync(images.Then(client.Assemble.Partial("Summer")));
    /// </code>
    /// </example>
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

    /// <summary>Divides items into chunks and runs one signature per chunk, in parallel.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <typeparam name="TResult">The result type of a chunk.</typeparam>
    /// <param name="items">The items to divide.</param>
    /// <param name="size">The number of items per chunk, at least 1. The last chunk may have fewer.</param>
    /// <param name="chunk">A function that creates the signature of one chunk.</param>
    /// <returns>
    /// The signature of a group with one member per chunk. Its result has the results of the chunks, in order. If there are no items, it is
    /// an empty list.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    /// <example>
    /// The following code processes 100 ids per task and waits for all of them.
    /// <code>
    /// var chunks = Canvas.Chunks(ids, 100, chunk => client.CountAll.Signature(chunk));
    /// var handle = await tasks.DelayAsync(chunks);
    /// IReadOnlyList&lt;int&gt; counts = await handle.GetAsync();
    /// </code>
    /// </example>
    public static Signature<IReadOnlyList<TResult>> Chunks<T, TResult>(IEnumerable<T> items, int size, Func<T[], Signature<TResult>> chunk)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentNullException.ThrowIfNull(chunk);
        return Group(items.Chunk(size).Select(chunk));
    }
}
