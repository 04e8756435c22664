using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Tests.Hosting;

public sealed class DisposalTests
{
    [Fact]
    public async Task A_worker_whose_services_are_gone_takes_no_tasks()
    {
        HookedBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new HookedBroker(inner));
        var worker = await host.StartWorkerAsync(1);

        await host.ProviderOf(worker).DisposeAsync();

        Assert.Equal(["default"], broker!.Left);
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await host.StartWorkerAsync(1);
        Assert.Equal("x", await TestHost.ResultAsync(handle));
        Assert.Empty(await host.DeadLettersAsync());
    }

    [Fact]
    public async Task A_container_can_be_disposed_of_synchronously()
    {
        var services = new ServiceCollection();
        services.AddTaskGen().UseInMemory();
        var provider = services.BuildServiceProvider();
        var handle = provider.GetRequiredService<ITaskClient>().GetHandle(TaskId.Parse($"{Guid.CreateVersion7():N}.q"));
        await Assert.ThrowsAsync<TaskNotFoundException>(() => handle.GetAsync().WaitAsync(TestHost.Patience));

        provider.Dispose();

        Assert.Throws<ObjectDisposedException>(provider.GetRequiredService<ITaskClient>);
    }
}
