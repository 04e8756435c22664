using TaskGen;
using TaskGen.Servers;
using Upgrade.Common;

namespace Upgrade.Tests;

/// <summary>
/// Processes of two versions of one application on one server. The new version makes every change that a contract allows; whoever produces
/// and whoever runs, each task ends well with the arguments that it was given.
/// </summary>
public sealed class RollingUpgradeTests(RedisServerFixture redis) : IClassFixture<RedisServerFixture>, IAsyncLifetime
{
    private const int Count = 5;

    // New in the new version, under its name or at all.
    private static readonly string[] Unknown = ["mail", "archive"];

    private readonly Rollout _rollout = new(redis.Server);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _rollout.DisposeAsync();

    [Fact]
    public async Task New_workers_run_what_old_producers_send()
    {
        await _rollout.StartWorkerAsync(Version.New);
        var tasks = await _rollout.ProduceAsync(Version.Old, Kinds.Changes, 1, Count);

        Assert.Equal(7 * Count, tasks.Count);
        foreach (var task in tasks)
        {
            Assert.Equal(Expected(Version.Old, Version.New, task), await _rollout.ResultAsync(task));
            Assert.Equal((TaskState.Succeeded, 1), await EndOfAsync(task));
        }

        Assert.Equal("orders.mail", (await _rollout.ReadAsync(tasks.First(static task => task.Case == "mail"))).Name);
        await _rollout.AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task Old_workers_run_what_new_producers_send_and_leave_what_they_do_not_know_to_new_ones()
    {
        var old = await _rollout.StartWorkerAsync(Version.Old);
        var tasks = await _rollout.ProduceAsync(Version.New, Kinds.Changes, 1, Count);
        var unknown = tasks.Where(static task => Unknown.Contains(task.Case)).ToList();

        Assert.Equal((9 * Count, 2 * Count), (tasks.Count, unknown.Count));
        foreach (var task in tasks.Except(unknown))
        {
            Assert.Equal(Expected(Version.New, Version.Old, task), await _rollout.ResultAsync(task));
            Assert.Equal((TaskState.Succeeded, 1), await EndOfAsync(task));
        }

        await _rollout.WaitUntilPutOffAsync(old, unknown);
        await _rollout.StartWorkerAsync(Version.New);
        await Rollout.StopAsync(old);
        foreach (var task in unknown)
        {
            // Nothing was counted against it.
            Assert.Equal(Expected(Version.New, Version.New, task), await _rollout.ResultAsync(task));
            Assert.Equal((TaskState.Succeeded, 1), await EndOfAsync(task));
        }

        await _rollout.AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task Workers_and_producers_of_both_versions_work_side_by_side()
    {
        const int Many = 40;
        var old = await _rollout.StartWorkerAsync(Version.Old);
        await _rollout.StartWorkerAsync(Version.New);
        var produced = await Task.WhenAll(
            _rollout.ProduceAsync(Version.Old, Kinds.Changes, 1, Many),
            _rollout.ProduceAsync(Version.New, Kinds.Changes, 1, Many));
        var known = produced[0].Select(static task => (Producer: Version.Old, Task: task))
            .Concat(produced[1].Select(static task => (Producer: Version.New, Task: task)))
            .ToLookup(static pair => !Unknown.Contains(pair.Task.Case));

        var workers = new List<Version>();
        foreach (var (producer, task) in known[true])
        {
            workers.Add(await CheckAsync(producer, task));
        }

        // Each version had its part, and the same task is one, whichever of its names a producer knows.
        Assert.Equal([Version.Old, Version.New], workers.Distinct().Order());
        Assert.Equal(IdsOfMail(produced[0]), IdsOfMail(produced[1]));

        await Rollout.StopAsync(old);
        foreach (var (producer, task) in known[false])
        {
            await CheckAsync(producer, task);
        }

        await _rollout.AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData(Version.Old, Version.New)]
    [InlineData(Version.New, Version.Old)]
    public async Task A_task_whose_first_attempt_failed_on_one_version_succeeds_on_the_other(Version first, Version second)
    {
        var worker = await _rollout.StartWorkerAsync(first);

        // What is renamed comes under the old name, which a retry on the new version does not change.
        var produced = await Task.WhenAll(
            _rollout.ProduceAsync(Version.Old, Kinds.Tries + Kinds.And + Kinds.RenamedTries, 1, Count, failsOn: first),
            _rollout.ProduceAsync(Version.New, Kinds.Tries, Count + 1, Count, failsOn: first));
        await _rollout.WaitForFailuresAsync(worker, "orders.try", 2 * Count);
        await _rollout.WaitForFailuresAsync(worker, first == Version.Old ? "orders.attempt" : "orders.effort", Count);
        await _rollout.StartWorkerAsync(second);
        await Rollout.StopAsync(worker);

        foreach (var task in produced.SelectMany(static tasks => tasks))
        {
            Assert.Equal($"{Name(second)} {task.Case} {task.Number}", await _rollout.ResultAsync(task));
            var (state, attempts) = await EndOfAsync(task);
            Assert.Equal(TaskState.Succeeded, state);
            Assert.True(attempts > 1, $"{task} had {attempts} attempt(s)");
        }

        await _rollout.AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData(Version.Old, Version.New)]
    [InlineData(Version.New, Version.Old)]
    public async Task A_canvas_begins_on_one_version_and_ends_on_the_other(Version first, Version second)
    {
        var worker = await _rollout.StartWorkerAsync(first);

        // The chord of the new version ends with a task under a name that old workers do not know, so it is sent where new ones come
        // second.
        var endsOnNew = second == Version.New;
        var produced = await Task.WhenAll(
            _rollout.ProduceAsync(Version.Old, Kinds.Chains + Kinds.And + Kinds.Chords, 1, 1, failsOn: first),
            _rollout.ProduceAsync(Version.New, endsOnNew ? Kinds.Chains + Kinds.And + Kinds.Chords : Kinds.Chains, 4, 1, failsOn: first));
        await _rollout.WaitForFailuresAsync(worker, "orders.tag", endsOnNew ? 8 : 5);
        await _rollout.StartWorkerAsync(second);
        await Rollout.StopAsync(worker);

        Assert.Equal([Link(1, Version.Old), Chord(1, Version.Old)], await Task.WhenAll(produced[0].Select(_rollout.ResultAsync)));
        Assert.Equal(
            endsOnNew ? [Link(4, Version.New), Chord(4, Version.New)] : [Link(4, Version.New)],
            await Task.WhenAll(produced[1].Select(_rollout.ResultAsync)));
        await _rollout.AssertNothingIsLeftAsync();

        string Link(int order, Version producer)
        {
            var confirmed = first == Version.Old ? $"old confirm {order}" : $"new confirm {order} none";
            var tagged = second == Version.Old ? "old tag" : producer == Version.Old ? "new plain tag" : "new bold tag";
            return $"{confirmed} > {tagged}";
        }

        string Chord(int from, Version producer) =>
            $"{Link(from, producer)}, {Link(from + 1, producer)}, {Link(from + 2, producer)} > {Name(second)} sum";
    }

    [Fact]
    public async Task A_result_written_by_one_version_is_read_by_the_other()
    {
        var worker = await _rollout.StartWorkerAsync(Version.Old);
        var byOld = Assert.Single(await _rollout.ProduceAsync(Version.New, Kinds.Receipts, 1, 1));
        Assert.Equal("1 10 EUR", await _rollout.ReadReceiptAsync(Version.New, byOld.Id));
        await Rollout.StopAsync(worker);

        await _rollout.StartWorkerAsync(Version.New);
        var byNew = Assert.Single(await _rollout.ProduceAsync(Version.Old, Kinds.Receipts, 2, 1));
        Assert.Equal("2 20", await _rollout.ReadReceiptAsync(Version.Old, byNew.Id));
        await _rollout.AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData(Version.Old, Version.New)]
    [InlineData(Version.New, Version.Old)]
    public async Task Equal_dispatches_of_both_versions_are_one_task_before_and_after_it_has_run(Version first, Version second)
    {
        var sent = await _rollout.ProduceAsync(first, Kinds.Equal, 1, Count);
        var joined = await _rollout.ProduceAsync(second, Kinds.Equal, 1, Count);
        Assert.All(sent, static task => Assert.False(task.Joined));
        Assert.All(joined, static task => Assert.True(task.Joined));

        await _rollout.StartWorkerAsync(Version.New);
        foreach (var task in joined)
        {
            Assert.Equal($"new mail {task.Number}", await _rollout.ResultAsync(task));
        }

        var later = await _rollout.ProduceAsync(second, Kinds.Equal, 1, Count);
        Assert.All(later, static task => Assert.True(task.Joined));
        Assert.Equal(sent.Select(static task => task.Id), joined.Select(static task => task.Id));
        Assert.Equal(sent.Select(static task => task.Id), later.Select(static task => task.Id));
        await _rollout.AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData(Version.Old, Version.New)]
    [InlineData(Version.New, Version.Old)]
    public async Task Text_outside_ASCII_is_the_same_and_has_the_same_key_on_both_versions(Version first, Version second)
    {
        var sent = await _rollout.ProduceAsync(first, Kinds.Texts, 1, Count);
        var joined = await _rollout.ProduceAsync(second, Kinds.Texts, 1, Count);
        Assert.Equal(
            sent.Where(static task => task.Case == "echo").Select(static task => task.Id),
            joined.Where(static task => task is { Case: "echo", Joined: true }).Select(static task => task.Id));

        await _rollout.StartWorkerAsync(second);
        foreach (var task in sent.Concat(joined))
        {
            Assert.Equal(
                task.Case == "echo"
                    ? Kinds.TextOf(task.Number)
                    : $"{Name(second)} {Kinds.TextOf(-task.Number)} {Kinds.TextOf(task.Number)}",
                await _rollout.ResultAsync(task));
        }

        await _rollout.AssertNothingIsLeftAsync();
    }

    /// <summary>Checks one task that either version may have run, and says which one has.</summary>
    private async Task<Version> CheckAsync(Version producer, Dispatched task)
    {
        var result = await _rollout.ResultAsync(task);
        var worker = result.StartsWith("old ", StringComparison.Ordinal) ? Version.Old : Version.New;
        Assert.Equal(Expected(producer, worker, task), result);
        Assert.Equal((TaskState.Succeeded, 1), await EndOfAsync(task));
        return worker;
    }

    private async Task<(TaskState State, int Attempts)> EndOfAsync(Dispatched task)
    {
        var snapshot = await _rollout.ReadAsync(task);
        return (snapshot.State, snapshot.Attempt);
    }

    private static IEnumerable<TaskId> IdsOfMail(IEnumerable<Dispatched> tasks) =>
        tasks.Where(static task => task.Case == "mail").OrderBy(static task => task.Number).Select(static task => task.Id);

    private static string Name(Version version) => version == Version.Old ? "old" : "new";

    /// <summary>What a task returns: what its producer gave it, as far as its worker knows of it.</summary>
    private static string Expected(Version producer, Version worker, Dispatched task)
    {
        var number = task.Number;
        return $"{Name(worker)} " + (task.Case, worker) switch
        {
            ("confirm", Version.Old) => $"confirm {number}",
            ("confirm", _) => $"confirm {number} {(producer == Version.Old ? "none" : "soon")}",
            ("move", _) => $"move here there {number}",
            ("weigh", _) => $"weigh {number} {(producer == Version.Old ? "t" : "kg")}",
            ("price", Version.Old) => $"price {number} 3",
            ("price", _) => $"price {number} 3 {(producer == Version.Old ? "EUR" : "USD")}",
            ("grade", _) => $"grade {number} Good",
            ("best", Version.Old) => $"grade {number} 3",
            ("best", _) => $"grade {number} Excellent",
            _ => $"{task.Case} {number}",
        };
    }
}
