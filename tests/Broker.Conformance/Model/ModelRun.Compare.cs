using System.Text.Json;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>Runs a call on the reference and on the broker, and compares what comes back.</content>
internal sealed partial class ModelRun
{
    /// <summary>Compares all that can be seen. The broker is asked for everything at once, since none of it depends on an answer.</summary>
    private async Task CompareStateAsync()
    {
        List<Func<IModelBroker, Task<string>>> looks =
        [
            static model => ShowAsync(model.Broker.CountAsync(Queue, default)),
            static async model => $"{await model.CountKeptAsync(Queue)}",
            static model => ShowAsync(model.Broker.ReadAsync(Queue, Pool, null, default)),
            static model => ShowAsync(model.Broker.ReadDeadLettersAsync(Queue, 0, 5, default)),
            model => ShowAsync(model.Broker.ReadAsync(Queue, [.. RecentCanvases], null, default)),
        ];
        foreach (var (id, _, groups) in _canvases.TakeLast(5))
        {
            for (var group = 0; group < groups; group++)
            {
                var number = group;
                if (await _expected.Broker.ReadMembersAsync(Queue, id, number, 0, default) is not null)
                {
                    looks.Add(model => ShowAsync(model.Broker.ReadMembersAsync(Queue, id, number, 0, default)));
                }
            }
        }

        var expected = await Task.WhenAll(looks.Select(look => look(_expected)));
        var actual = await Task.WhenAll(looks.Select(look => look(_actual)));
        Assert.Equal(expected, actual);
    }

    private static async Task<string> ShowAsync<T>(ValueTask<T> reply) => JsonSerializer.Serialize(await reply);

    private async Task<(int Records, int Keys)> CompareKeptAsync()
    {
        var kept = await _actual.CountKeptAsync(Queue);
        Assert.Equal(await _expected.CountKeptAsync(Queue), kept);
        return kept;
    }

    private void Both(Action<IModelBroker> action)
    {
        action(_expected);
        action(_actual);
    }

    private async Task BothAsync(Func<IBroker, ValueTask> action)
    {
        await action(_expected.Broker);
        await action(_actual.Broker);
    }

    private async Task<T> CompareAsync<T>(Func<IBroker, Task<T>> call)
    {
        var expected = await call(_expected.Broker);
        var actual = await call(_actual.Broker);
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
        return actual;
    }
}
