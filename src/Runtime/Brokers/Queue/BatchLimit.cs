using System.Runtime.InteropServices;

namespace TaskGen.Brokers;

/// <summary>
/// Specifies the recommended maximum size of a batch of tasks. A batch is enqueued in one atomic step, which delays other steps of the
/// broker.
/// </summary>
/// <param name="Tasks">The maximum number of tasks, from 1 to 1,000.</param>
/// <param name="Bytes">The maximum total size of the envelopes, in bytes. A batch of a single task may be larger.</param>
internal readonly record struct BatchLimit(int Tasks, long Bytes)
{
    /// <summary>
    /// Splits items into batches of at most <see cref="Tasks"/> tasks and <see cref="Bytes"/> bytes, in the order of the items.
    /// </summary>
    /// <param name="items">The items to split.</param>
    /// <param name="taskOf">The function that returns the task of an item.</param>
    /// <returns>The batches. Each contains at least one item.</returns>
    public IEnumerable<T[]> Split<T>(List<T> items, Func<T, NewTask> taskOf)
    {
        for (var start = 0; start < items.Count;)
        {
            var (count, bytes) = (0, 0L);
            while (start + count < items.Count
                && count < Tasks
                && (count == 0 || bytes + taskOf(items[start + count]).Envelope.Length <= Bytes))
            {
                bytes += taskOf(items[start + count]).Envelope.Length;
                count++;
            }

            yield return [.. CollectionsMarshal.AsSpan(items).Slice(start, count)];
            start += count;
        }
    }
}
