using System.Text;
using StackExchange.Redis;
using TaskGen;
using TaskGen.Brokers.Redis;
using TaskGen.Serialization;
using TaskGen.Servers;

namespace Integration.Tests.BadInput;

/// <summary>Somebody with a Redis client of his own, who knows the keys of the application.</summary>
internal sealed class Raw : IAsyncDisposable
{
    private readonly ConnectionMultiplexer _connection;

    private Raw(ConnectionMultiplexer connection) => _connection = connection;

    public IDatabase Database => _connection.GetDatabase();

    public static QueueKeys Keys { get; } = new(Application.Namespace, Application.Queue);

    public static async Task<Raw> ConnectAsync(RedisServer server) =>
        new(await ConnectionMultiplexer.ConnectAsync(server.EndPoint + ",allowAdmin=true"));

    public static RedisKey Key(string name) => Keys.Resolve(name, default);

    public static RedisKey Record(TaskId id) => Key("records*").Append(QueueKeys.Id(id.Value));

    /// <summary>Puts bytes where tasks wait, and rings for them.</summary>
    public async Task PlantAsync(byte[] bytes, int priority = 1)
    {
        await Database.ListLeftPushAsync(Key($"pending{priority}"), bytes);
        await Database.PublishAsync(RedisChannel.Literal(Keys.Bell), "w");
    }

    /// <summary>A well-formed envelope of the task "kept".</summary>
    public static byte[] Envelope(string arguments, string name = "kept", IReadOnlyDictionary<string, string>? headers = null) =>
        Envelope(Encoding.UTF8.GetBytes(arguments), name, headers);

    public static byte[] Envelope(byte[] arguments, string name = "kept", IReadOnlyDictionary<string, string>? headers = null) =>
        EnvelopeCodec.Encode(
            new EnvelopeHeader
            {
                Id = Guid.CreateVersion7(),
                Version = EnvelopeHeader.CurrentVersion,
                Priority = TaskPriority.Normal,
                MaxAttempts = 1,
                EnqueuedAtMs = 1_767_225_600_000,
            },
            name,
            headers ?? new Dictionary<string, string>(),
            arguments);

    public async Task<IReadOnlyList<string>> AllKeysAsync()
    {
        var keys = new List<string>();
        await foreach (var key in _connection.GetServers()[0].KeysAsync())
        {
            keys.Add(Encoding.Latin1.GetString(key!));
        }

        return keys;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
