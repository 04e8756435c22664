using System.Buffers.Binary;
using System.Globalization;
using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>Builds the arguments of the scripts for canvases and deliveries.</summary>
internal static class CanvasScriptArguments
{
    private const int NodeBytes = 22;
    private const int MembersPerPage = 1000;
    private const byte PassesValue = 1;

    /// <summary>
    /// Builds the arguments that store nodes of a canvas: the index, the encoded node, and the encoded task of each node, and then the
    /// members of the groups, in parts of limited size.
    /// </summary>
    public static RedisValue[] Store(Guid canvas, IReadOnlyList<CanvasNode> nodes)
    {
        var arguments = new List<RedisValue>(2 + (3 * nodes.Count)) { QueueKeys.Id(canvas), nodes.Count };
        foreach (var node in nodes)
        {
            arguments.Add(node.Index);
            arguments.Add(Node(node));
            arguments.Add(node.Task);
        }

        foreach (var node in nodes)
        {
            for (var from = 0; from < node.Members.Count; from += MembersPerPage)
            {
                arguments.Add(string.Create(CultureInfo.InvariantCulture, $"{node.Index}:{from / MembersPerPage}"));
                arguments.Add(Members(node.Members, from, Math.Min(MembersPerPage, node.Members.Count - from)));
            }
        }

        return [.. arguments];
    }

    public static RedisValue[] Commit(Guid canvas, CanvasCommit commit) =>
        [
            QueueKeys.Id(canvas), commit.Nodes, commit.Groups, commit.Entry, commit.Name, ScriptTime.Ttl(commit.RecordTtl), commit.Members,
        ];

    public static RedisValue[] Advance(IReadOnlyList<CanvasReport> reports)
    {
        var arguments = new RedisValue[4 * reports.Count];
        var at = 0;
        foreach (var report in reports)
        {
            arguments[at++] = QueueKeys.Id(report.Canvas);
            arguments[at++] = report.Node;
            arguments[at++] = (int)report.State;
            arguments[at++] = report.Value;
        }

        return arguments;
    }

    public static RedisValue[] Deliver(int max, int maxBytes, IReadOnlyList<ReadOnlyMemory<byte>> done) =>
        [max, maxBytes, done.Count, .. done.Select(static key => (RedisValue)key)];

    private static byte[] Node(CanvasNode node)
    {
        var bytes = new byte[NodeBytes];
        bytes[0] = (byte)node.Kind;
        bytes[1] = node.PassesValue ? PassesValue : default;
        ReadOnlySpan<int> numbers = [node.Next, node.Parent, node.Position, node.Scope, node.Members.Count];
        for (var index = 0; index < numbers.Length; index++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(2 + (sizeof(int) * index)), numbers[index]);
        }

        return bytes;
    }

    private static byte[] Members(IReadOnlyList<int> members, int from, int count)
    {
        var bytes = new byte[sizeof(int) * count];
        for (var index = 0; index < count; index++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(sizeof(int) * index), members[from + index]);
        }

        return bytes;
    }
}
