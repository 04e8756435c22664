using System.Text;
using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>Text outside ASCII has its size in UTF-8, and not that of escape sequences (fault R11).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R11Tests(DataServers servers)
{
    public static TheoryData<Backend, string> Scripts()
    {
        var data = new TheoryData<Backend, string>();
        foreach (var backend in (Backend[])[Backend.Memory, Backend.RedisAndPostgreSql])
        {
            foreach (var text in (string[])["中文", "日本\u3000語", "😀", "𠀀", "Łódź\u00a0", "<b>'&+"])
            {
                data.Add(backend, text);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_text_is_as_large_as_it_is_in_UTF8_as_argument_and_as_result(Backend backend, string text)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var large = Repeat(text, 135 * 1024);

        var words = new Words(Repeat(text, 100 * 1024));
        var tasks = application.Of<WordTasksClient>();

        var handle = await tasks.Repeat.DelayAsync(large, words);

        Assert.Equal(new Words(large), await handle.GetAsync(Limits.Long));
        Assert.True((await tasks.Repeat.DelayAsync(large, words)).WasDeduplicated);
    }

    [Theory, EachBackend]
    public async Task A_refusal_tells_the_size_as_it_would_be_sent(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var large = Repeat("中", 262_144);

        var exception = await Assert.ThrowsAsync<TaskPayloadTooLargeException>(
            () => application.Of<WordTasksClient>().Name.DelayAsync(large));

        Assert.Equal("{\"text\":\"\"}".Length + Encoding.UTF8.GetByteCount(large), exception.Size);
    }

    [Theory, EachBackend]
    public async Task Progress_and_failure_are_measured_alike(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var text = Repeat("中", 1800);

        var handle = await application.Of<WordTasksClient>().Report.DelayAsync(text);

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));
        Assert.Equal(text, failure.RemoteMessage);
        var last = default(TaskProgress<Words>);
        await foreach (var report in handle.ProgressAsync())
        {
            last = report;
        }

        Assert.Equal((text, text), (last!.Status, last.Detail!.文本));
    }

    [Theory, EachBackend]
    public async Task An_input_that_equals_the_default_joins_the_dispatch_without_it(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var tasks = application.Of<WordTasksClient>();

        var chain = await application.Tasks.DelayAsync(tasks.GetUnknown.Signature().Then(tasks.Name.Partial()));

        Assert.Equal("未知 😀 in run 1", await chain.GetAsync(Limits.Long));
        Assert.True((await tasks.Name.DelayAsync()).WasDeduplicated);
        Assert.True((await tasks.Name.DelayAsync("未知 😀")).WasDeduplicated);
    }

    private static string Repeat(string text, int bytes) =>
        string.Concat(Enumerable.Repeat(text, bytes / Encoding.UTF8.GetByteCount(text)));
}
