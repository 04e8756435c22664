using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Brokers.Redis;

namespace Broker.Conformance;

/// <summary>
/// The broker on Redis in a model test, on a clock of the test's: the scripts read the time from a key, and what they let expire is noted
/// and removed when the clock is moved. All else is what every user runs.
/// </summary>
internal sealed class RedisModelBroker : IModelBroker
{
    private const string Clock = """
        local now_text = redis.call('GET', 'test:clock')
        local now = tonumber(now_text)

        local function expire(key, milliseconds)
          if tonumber(milliseconds) <= 0 then
            redis.call('DEL', key)
          else
            redis.call('ZADD', 'test:expiries', now + milliseconds, key)
          end
        end

        local function keep(key)
          redis.call('ZREM', 'test:expiries', key)
        end
        """;

    private const string Sweep = """
        local keys = redis.call('ZRANGEBYSCORE', 'test:expiries', '-inf', ARGV[1])
        for _, key in ipairs(keys) do
          redis.call('DEL', key)
          redis.call('ZREM', 'test:expiries', key)
        end
        redis.call('SET', 'test:clock', ARGV[1])
        """;

    private readonly FakeTimeProvider _time;
    private readonly IDatabase _database;
    private readonly string _namespace = $"model-{Guid.NewGuid():N}";
    private readonly RedisBroker _broker;

    public RedisModelBroker(FakeTimeProvider time, BrokerLimits limits, ServerConnections connections, IDatabase database)
    {
        (_time, _database) = (time, database);
        database.Execute("FLUSHDB");
        var link = new ScriptRunner(connections, _namespace, Clock);
        _broker = new RedisBroker(link, new ServerCheck(new RedisOptions(), TimeProvider.System, NullLogger.Instance), limits);
        MoveClock();
    }

    public IBroker Broker => _broker;

    // Who falls silent has been heard a moment before.
    public void StopHeartbeat(WorkerIncarnation worker) => _broker.Renew(ModelRun.Queue, worker);

    public void ResumeHeartbeat(WorkerIncarnation worker) => _broker.Renew(ModelRun.Queue, worker);

    public void Plant(string queue, byte[] raw) =>
        _database.ListLeftPush(new QueueKeys(_namespace, queue).Resolve("pending1", default), raw);

    public ValueTask OnAdvancedAsync(string queue)
    {
        MoveClock();
        return ValueTask.CompletedTask;
    }

    public async ValueTask<(int Records, int Keys)> CountKeptAsync(string queue)
    {
        var keys = new QueueKeys(_namespace, queue);
        return await CountAsync(keys.Resolve("records*", default), keys.Resolve("keys*", default));
    }

    public async ValueTask<(int Canvases, int Deliveries)> CountCanvasesKeptAsync(string queue)
    {
        var prefix = new QueueKeys(_namespace, queue).Prefix;
        return await CountAsync(prefix + "canvas", prefix + "deliver");
    }

    private async Task<(int First, int Second)> CountAsync(RedisKey first, RedisKey second)
    {
        var counts = (int[])(await _database.ScriptEvaluateAsync(
            "return {#redis.call('KEYS', ARGV[1] .. '*'), #redis.call('KEYS', ARGV[2] .. '*')}", [], [(string)first!, (string)second!]))!;
        return (counts[0], counts[1]);
    }

    private void MoveClock() =>
        _database.ScriptEvaluate(Sweep, [], [_time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)]);
}
