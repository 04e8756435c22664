using System.Runtime.InteropServices;

namespace TaskGen.Brokers;

/// <summary>How much one batch may be, so that its step keeps nobody waiting for long.</summary>
/// <param name="Tasks">How many tasks; at most 1,000.</param>
/// <param name="Bytes">How many bytes of envelopes; one task may be more.</param>
internal readonly record struct BatchLimit(int Tasks, long Bytes)
{
    /// <summary>Cuts what is to be sent into batches, in order.</summary>
    /// <param name="items">What is to be sent.</param>
    /// <param name="taskOf">The task of an item.</param>
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
