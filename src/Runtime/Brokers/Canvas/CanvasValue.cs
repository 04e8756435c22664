using System.Buffers.Binary;

namespace TaskGen.Brokers;

/// <summary>
/// A value on its way through a canvas: JSON as it came, or where it is that of a whole group, the group's number: who wants it reads the
/// members page by page. No JSON begins with the byte that tells the two apart.
/// </summary>
internal static class CanvasValue
{
    public const byte GroupMark = 1;

    private const int GroupBytes = 1 + sizeof(int);

    public static byte[] OfGroup(int group)
    {
        var value = new byte[GroupBytes];
        value[0] = GroupMark;
        BinaryPrimitives.WriteInt32LittleEndian(value.AsSpan(1), group);
        return value;
    }

    public static bool IsGroup(ReadOnlySpan<byte> value, out int group)
    {
        var isGroup = value.Length == GroupBytes && value[0] == GroupMark;
        group = isGroup ? BinaryPrimitives.ReadInt32LittleEndian(value[1..]) : CanvasNode.None;
        return isGroup;
    }
}
