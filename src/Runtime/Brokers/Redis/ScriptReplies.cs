using System.Buffers.Text;
using System.Text;
using StackExchange.Redis;
using TaskGen.Serialization;

namespace TaskGen.Brokers.Redis;

/// <summary>Converts the replies of scripts to the results of broker operations.</summary>
internal static class ScriptReplies
{
    // The number of values that precede the envelopes in the reply of <c>lease.lua</c>.
    private const int LeaseHead = 5;

    public static LeaseReply Lease(RedisValue[] reply, LeaseRequest request)
    {
        var status = (LeaseStatus)(int)reply[0];
        var now = ScriptTime.FromMilliseconds((long)reply[1]);
        if (status != LeaseStatus.Ok)
        {
            return new LeaseReply(status, now, [], [], []);
        }

        var tasks = reply.Length == LeaseHead ? [] : new LeasedTask[reply.Length - LeaseHead];
        for (var index = 0; index < tasks.Length; index++)
        {
            tasks[index] = Leased(reply[index + LeaseHead]!);
        }

        return new LeaseReply(
            status,
            now,
            tasks,
            Flags(reply[2], request.Finished.Count),
            Flags(reply[3], request.Started.Count),
            DeliveriesWait: (int)reply[4] == 1);
    }

    public static LeasedTask Leased(byte[] envelope)
    {
        EnvelopeHeader.TryRead(envelope, out var header);
        return new LeasedTask(new LeaseKey(header.Fence, header.Id), envelope);
    }

    public static bool[] Flags(RedisValue flags, int count)
    {
        if (count == 0)
        {
            return [];
        }

        var bytes = (byte[])flags!;
        return bytes.Length == count
            ? [.. bytes.Select(static flag => flag == '1')]
            : throw new InvalidDataException($"A Lua script returned {bytes.Length} results for {count} requested changes.");
    }

    public static LeaseKey Key(byte[] field)
    {
        Span<byte> header = stackalloc byte[EnvelopeHeader.Size];
        field.AsSpan(0, Math.Min(field.Length, ScriptArguments.KeyLength)).CopyTo(header);
        EnvelopeHeader.TryRead(header, out var read);
        return new LeaseKey(read.Fence, read.Id);
    }

    /// <summary>Reads the cancellation requests for tasks that the worker holds from the reply to a heartbeat.</summary>
    public static IReadOnlyList<CancelRequest> Cancels(RedisValue[] reply) =>
        [.. Pairs(reply, 0, (int)reply[2]).Select(static pair => new CancelRequest(Key(pair.Name), Text(pair.Reason)))];

    /// <summary>
    /// Reads the cancellation requests for tasks without a record, which contain only the task id, from the reply to a heartbeat.
    /// </summary>
    public static IReadOnlyList<StrayRequest> Strays(RedisValue[] reply) =>
        [
            .. Pairs(reply, (int)reply[2], (reply.Length - 3) / 2)
                .Select(static pair => new StrayRequest(new Guid(pair.Name, bigEndian: true), Text(pair.Reason))),
        ];

    private static IEnumerable<(byte[] Name, RedisValue Reason)> Pairs(RedisValue[] reply, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            yield return ((byte[])reply[3 + (2 * index)]!, reply[4 + (2 * index)]);
        }
    }

    /// <summary>Reads a string as scripts store it: an empty value if the string is missing; otherwise, '=' and the string.</summary>
    public static string? Text(RedisValue stored) => stored.IsNullOrEmpty ? null : ((string)stored!)[1..];

    public static IReadOnlyList<EnqueueOutcome> Outcomes(RedisResult reply, EnqueueBatch batch)
    {
        var bytes = (byte[])reply!;
        var outcomes = new EnqueueOutcome[batch.Tasks.Count];
        for (var index = 0; index < outcomes.Length; index++)
        {
            outcomes[index] = bytes.Length == 0
                ? new EnqueueOutcome(batch.Tasks[index].Id, Joined: false)
                : new EnqueueOutcome(new Guid(bytes.AsSpan((index * 17) + 1, 16), bigEndian: true), bytes[index * 17] == '1');
        }

        return Array.AsReadOnly(outcomes);
    }

    /// <summary>
    /// Reads a record. Returns <see langword="null"/> if it does not exist or is damaged. A damaged record does not cause an exception,
    /// because other records must still be read.
    /// </summary>
    public static TaskRecord? Record(Guid id, RedisResult reply)
    {
        if (reply.IsNull)
        {
            return null;
        }

        var values = (RedisValue[])reply!;
        if (!IsReadable(values))
        {
            return null;
        }

        return new TaskRecord
        {
            Id = id,
            Name = values[0]!,
            State = (TaskState)(int)values[1],
            Attempt = values[2].IsNull ? 0 : (int)values[2],
            MaxAttempts = values[3].IsNull ? 1 : (int)values[3],
            EnqueuedAt = Time(values[4]) ?? default,
            DueAt = Time(values[5]),
            StartedAt = Time(values[6]),
            FinishedAt = Time(values[7]),
            WorkerId = values[8],
            Progress = Bytes(values[9]),
            ProgressVersion = values[10].IsNull ? 0 : (long)values[10],
            Result = Bytes(values[11]),
            Failure = Bytes(values[12]),
            Reason = Text(values[13]),
        };
    }

    // Checks whether the state, the attempt, and the maximum number of attempts are Int32 values, and whether the times and the progress
    // version are Int64 values.
    private static bool IsReadable(RedisValue[] values)
    {
        ReadOnlySpan<int> small = [1, 2, 3];
        ReadOnlySpan<int> large = [4, 5, 6, 7, 10];
        foreach (var index in small)
        {
            if (!values[index].TryParse(out int _))
            {
                return false;
            }
        }

        foreach (var index in large)
        {
            if (!values[index].TryParse(out long _))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Reads a dead letter: a line with the time and two lengths, and then the reason, the failure, and the envelope. If an entry has a
    /// different format, the whole entry is returned as the envelope, with the reason <see cref="DeadLetterReasons.Malformed"/>.
    /// </summary>
    public static DeadLetter DeadLetter(byte[] entry)
    {
        var line = entry.AsSpan().IndexOf((byte)'\n');
        var rest = entry.AsMemory(line + 1);
        var head = entry.AsSpan(0, Math.Max(0, line));
        if (!TryNumber(ref head, out var at) || !TryNumber(ref head, out var reason) || !TryNumber(ref head, out var failure)
            || reason < 0 || failure < 0 || reason + failure > rest.Length)
        {
            return new DeadLetter(default, entry, DeadLetterReasons.Malformed, default, DateTimeOffset.UnixEpoch);
        }

        var envelope = rest[(int)(reason + failure)..];
        EnvelopeHeader.TryRead(envelope.Span, out var header);
        return new DeadLetter(
            new LeaseKey(header.Fence, header.Id),
            envelope,
            Encoding.UTF8.GetString(rest.Span[..(int)reason]),
            rest.Slice((int)reason, (int)failure),
            ScriptTime.FromMilliseconds(at));
    }

    /// <summary>Reads the number of members in a group, and some of their results.</summary>
    public static CanvasMembers Members(RedisValue[] reply) =>
        new((int)reply[0], [.. reply.Skip(1).Select(static value => Bytes(value))]);

    private static bool TryNumber(ref Span<byte> head, out long number)
    {
        var found = Utf8Parser.TryParse(head, out number, out var consumed);
        head = head[Math.Min(head.Length, consumed + 1)..];
        return found;
    }

    private static DateTimeOffset? Time(RedisValue value) => value.IsNullOrEmpty ? null : ScriptTime.FromMilliseconds((long)value);

    private static ReadOnlyMemory<byte> Bytes(RedisValue value) => value.IsNullOrEmpty ? default : (byte[])value!;
}
