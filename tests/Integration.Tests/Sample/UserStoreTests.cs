using TaskGen;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Integration.Tests;

public sealed class UserStoreTests(DataServers servers) : IClassFixture<DataServers>
{
    private const int AtOnce = 6;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Many_who_make_the_users_at_once_make_them_once_and_what_was_deleted_does_not_come_back(bool onServers)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers);
        await application.ExecuteAsync("delete from legal_holds; delete from users; delete from seedings");
        var made = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(
            _ => Task.Run(() => new UserStore(application.Database, TimeProvider.System).SeedAsync(CancellationToken.None))));

        Assert.Single(made, static isOurs => isOurs);
        var all = Enumerable.Range(1, UserSeeding.Count);
        var active = all.Count(static id => !UserSeeding.IsUnconfirmed(id) && (UserSeeding.IsOnHold(id) || id % 3 != 0));
        Assert.Equal(new UserCounts(UserSeeding.Count, active), await application.Of<IUserStore>().CountAsync(CancellationToken.None));
        Assert.Equal(all.Count(UserSeeding.IsOnHold), await application.CountAsync("select count(*) from legal_holds"));

        await application.ExecuteAsync("delete from users where id = 1");
        Assert.False(await application.Of<IUserStore>().SeedAsync(CancellationToken.None));
        Assert.Equal(0, await application.CountAsync("select count(*) from users where id = 1"));
    }

    [Theory]
    [InlineData(false, UserOperation.Activate)]
    [InlineData(false, UserOperation.Deactivate)]
    [InlineData(false, UserOperation.Delete)]
    [InlineData(true, UserOperation.Activate)]
    [InlineData(true, UserOperation.Deactivate)]
    [InlineData(true, UserOperation.Delete)]
    public async Task Users_that_a_rule_of_the_database_protects_fail_and_the_rest_of_the_batch_is_changed(
        bool onServers, UserOperation operation)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers);
        int[] ids = [.. Enumerable.Range(1, 300), UserSeeding.Count + 1];
        var refused = ids.Count(id =>
            id > UserSeeding.Count || (operation == UserOperation.Activate ? UserSeeding.IsUnconfirmed(id) : UserSeeding.IsOnHold(id)));
        var batch = NewBatch(operation);
        var result = await application.Of<IUserStore>().ApplyAsync(batch, ids, CancellationToken.None);

        Assert.True(refused > 1);
        Assert.Equal(new BatchResult(ids.Length - refused, refused), result);
        var changed = operation switch
        {
            UserOperation.Activate => "select count(*) from users where id <= 300 and is_active",
            UserOperation.Deactivate => "select count(*) from users where id <= 300 and not is_active",
            _ => "select 300 - count(*) from users where id <= 300",
        };
        Assert.Equal(ids.Length - refused, await application.CountAsync(changed));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_batch_is_applied_once_however_many_attempts_come_to_it(bool onServers)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers);
        var store = application.Of<IUserStore>();
        var batch = NewBatch(UserOperation.Delete);
        int[] ids = [.. Enumerable.Range(1, 96)];
        var results = await Task.WhenAll(
            Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => store.ApplyAsync(batch, ids, CancellationToken.None))));

        // Whoever deleted a second time would have found nobody and said so.
        Assert.All(results, static result => Assert.Equal(new BatchResult(96, 0), result));
        Assert.Equal(1, await application.CountAsync("select count(*) from user_batches"));
        Assert.Equal(UserSeeding.Count - 96, await application.CountAsync("select count(*) from users"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_batch_that_was_given_up_changes_nothing_and_one_that_is_done_cannot_be_given_up(bool onServers)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers);
        var store = application.Of<IUserStore>();
        var late = NewBatch(UserOperation.Delete);
        Assert.Equal(new BatchResult(0, 3), await store.GiveUpAsync(late, 3, CancellationToken.None));
        Assert.Equal(new BatchResult(0, 3), await store.ApplyAsync(late, [1, 2, 3], CancellationToken.None));
        Assert.Equal(UserSeeding.Count, await application.CountAsync("select count(*) from users"));

        var done = NewBatch(UserOperation.Delete);
        Assert.Equal(new BatchResult(3, 0), await store.ApplyAsync(done, [1, 2, 3], CancellationToken.None));
        Assert.Equal(new BatchResult(3, 0), await store.GiveUpAsync(done, 3, CancellationToken.None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_came_of_an_operation_is_stored_once(bool onServers)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers);
        var store = application.Of<IUserStore>();
        var id = NewId();
        Assert.Null(await store.FindOperationAsync(id, CancellationToken.None));
        var reports = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(
            i => Task.Run(
                () => store.SaveOperationAsync(id, new UserOperationReport(UserOperation.Delete, 10, 10 - i, i), CancellationToken.None))));

        var stored = Assert.Single(reports.Distinct());
        Assert.Equal(stored, await store.FindOperationAsync(id, CancellationToken.None));
        Assert.Equal(1, await application.CountAsync("select count(*) from user_operations"));
    }

    private static UserBatch NewBatch(UserOperation operation) => new(NewId(), NewId(), operation);

    private static TaskId NewId() => new(Guid.CreateVersion7(), "default");
}
