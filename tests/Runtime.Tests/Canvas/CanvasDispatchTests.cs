using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Serialization;

namespace TaskGen.Tests;

public sealed class CanvasDispatchTests : IAsyncDisposable
{
    private readonly KickedRelay _relay = new();
    private readonly TestHost _host;

    public CanvasDispatchTests() => _host = new TestHost(
        decorate: static (broker, _) => new CanvasBroker(broker), services: services => services.AddSingleton<ICanvasRelay>(_relay));

    private CanvasBroker Broker => (CanvasBroker)_host.UsedBroker;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_canvas_is_stored_in_pages_then_committed_and_the_relay_is_told()
    {
        var handle = await _host.Client.DelayAsync(
            Canvas.Group(Enumerable.Range(0, 1000).Select(static index => Scripts.Of<Profiles.Cpu>($"{index}"))).Then(Scripts.Of("last")));

        Assert.Equal((1002, 1002, 200), (Broker.Nodes.Count, Broker.Committed?.Nodes, Broker.LargestPage));
        Assert.Equal(6, Broker.Stores);
        Assert.Equal((handle.Id, "cpu", false), (Broker.Canvas, handle.Id.Queue, handle.WasDeduplicated));
        Assert.Equal(["cpu"], _relay.Kicks);
    }

    [Fact]
    public async Task One_task_alone_is_an_ordinary_task_and_no_canvas()
    {
        await _host.StartWorkerAsync(1);

        var handle = await _host.Client.DelayAsync(Scripts.Of("a"));

        Assert.Equal("a", await TestHost.ResultAsync(handle));
        Assert.Equal((0, 0), (Broker.Stores, Broker.Commits));
    }

    [Fact]
    public async Task Lost_replies_are_made_good_by_repeats()
    {
        Broker.OnStore = static tries => Lose(tries is 1 or 3);
        Broker.OnCommit = static tries =>
        {
            Lose(tries < 4);
            return true;
        };

        await _host.PumpAsync(_host.Client.DelayAsync(Scripts.Of("a").Then(Scripts.Of("b"))));

        Assert.Equal((2, 4), (Broker.Stores, Broker.Commits));
    }

    [Fact]
    public async Task Pages_without_an_answer_have_certainly_started_nothing()
    {
        Broker.OnStore = static _ => Lose(true);

        await _host.PumpAsync(
            Assert.ThrowsAsync<TaskBrokerException>(() => _host.Client.DelayAsync(Scripts.Of("a").Then(Scripts.Of("b")))));
        Assert.Equal((4, 0), (Broker.Stores, Broker.Commits));
        Assert.Empty(_relay.Kicks);
    }

    [Fact]
    public async Task A_commit_without_an_answer_may_have_started_everything()
    {
        Broker.OnCommit = static _ => throw new BrokerUnknownException("The reply was lost.");

        var unknown = await _host.PumpAsync(
            Assert.ThrowsAsync<TaskEnqueueUnknownException>(() => _host.Client.DelayAsync(Scripts.Of("a").Then(Scripts.Of("b")))));
        Assert.Equal([Broker.Canvas], unknown.Ids);
        Assert.Equal(4, Broker.Commits);
    }

    [Fact]
    public async Task A_refusal_is_passed_on_but_after_a_lost_reply_nobody_knows()
    {
        Broker.OnCommit = static _ => throw new TaskBrokerException("full");
        await Assert.ThrowsAsync<TaskBrokerException>(() => _host.Client.DelayAsync(Scripts.Of("a").Then(Scripts.Of("b"))));

        Broker.OnCommit = static _ => false;
        Assert.Contains(
            "lost stored nodes",
            (await Assert.ThrowsAsync<TaskBrokerException>(() => _host.Client.DelayAsync(Scripts.Of("a").Then(Scripts.Of("b"))))).Message,
            StringComparison.Ordinal);

        var commits = Broker.Commits;
        Broker.OnCommit = tries => tries == commits + 1 ? throw new BrokerUnknownException("The reply was lost.") : false;
        await _host.PumpAsync(
            Assert.ThrowsAsync<TaskEnqueueUnknownException>(() => _host.Client.DelayAsync(Scripts.Of("a").Then(Scripts.Of("b")))));
    }

    [Fact]
    public async Task Whoever_waits_reads_the_members_of_a_group_and_a_broker_that_is_away_for_a_while_is_waited_for()
    {
        Broker.Members[0] = [Json("\"a\""), Json("\"b\"")];
        Broker.OnReadMembers = static tries => Lose(tries == 1);
        var handle = await _host.Client.DelayAsync(Canvas.Group(Scripts.Of("a"), Scripts.Of("b")));
        Broker.OnRead = (_, id) => new TaskRecord
        {
            Id = id,
            Name = "canvas",
            State = TaskState.Succeeded,
            MaxAttempts = 1,
            EnqueuedAt = _host.Time.GetUtcNow(),
            Result = CanvasValue.OfGroup(0),
        };

        Assert.Equal(["a", "b"], await _host.PumpAsync(handle.GetAsync()));

        Broker.Members.Clear();
        Assert.Contains(
            "have expired",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => handle.GetAsync())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_failure_of_a_whole_is_that_of_the_task_which_failed()
    {
        var task = TaskId.Parse("0123456789abcdef0123456789abcdef.cpu");
        var handle = await _host.Client.DelayAsync(Canvas.Group(Scripts.Of("a")));
        Broker.OnRead = (_, id) => new TaskRecord
        {
            Id = id, Name = "canvas", State = TaskState.Expired, MaxAttempts = 1, EnqueuedAt = _host.Time.GetUtcNow(),
            Failure = FailureCodec.Write(new TaskFailure(task, "cpu", "Expired", "too late", null, 2, TaskState.Expired)),
        };

        var failure = (await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync())).Failure;

        Assert.Equal(new TaskFailure(task, "cpu", "Expired", "too late", null, 2, TaskState.Expired), failure);
    }

    private static void Lose(bool isLost)
    {
        if (isLost)
        {
            throw new BrokerUnknownException("The reply was lost.");
        }
    }

    private static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);
}
