using TaskGen.Canvases;

namespace TaskGen;

/// <summary>Provides methods that combine signatures into a group whose members run in parallel.</summary>
/// <remarks>
/// <para>
/// A canvas consists of several tasks that are dispatched as a whole, such as a chain, a group, or a group that is followed by a task (a
/// chord). When a task of the canvas ends, the tasks that depend on it start. A canvas is composed of signatures, which generated clients
/// create, for example <c>client.Fetch.Signature(url)</c>.
/// </para>
/// <para>
/// A group is also a signature. It can be a member of another group, and the <c>Then</c> method can add a task that receives the results of
/// all members.
/// </para>
/// </remarks>
public static class Canvas
{
    /// <summary>Creates a signature that runs the specified signatures in parallel and returns their results as a list.</summary>
    /// <typeparam name="T">The result type of each member.</typeparam>
    /// <param name="signatures">
    /// The members of the group. A group with more than <see cref="TaskGenOptions.MaxGroupSize"/> members cannot be dispatched.
    /// </param>
    /// <returns>
    /// The signature of the group. Its result is the list of the members' results, in the order of <paramref name="signatures"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="signatures"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A member is <see langword="null"/>.</exception>
    /// <remarks>
    /// The group ends when all its members have ended. If one or more members fail, are canceled, or expire, the group fails with the
    /// failure of the first such member in the list. An empty group succeeds immediately with an empty list.
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
    /// <param name="size">The number of items per chunk; at least 1. The last chunk can contain fewer items.</param>
    /// <param name="chunk">A function that creates the signature of one chunk.</param>
    /// <returns>
    /// The signature of a group with one member per chunk. Its result is the list of the chunks' results, in order. The list is empty if
    /// there are no items.
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
