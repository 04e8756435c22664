using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TaskGen;

namespace Generator.Tests.Support;

/// <summary>Generated code in a real host: the embedded broker, a worker, and the registry.</summary>
internal sealed class HostedProgram : IAsyncDisposable
{
    private const string Registration =
        """
        public static class Registration
        {
            public static void Add(TaskGenBuilder builder) => builder.AddGeneratedTasks();
        }
        """;

    private readonly LoadedProgram _program;
    private readonly IHost _host;

    private HostedProgram(LoadedProgram program, IHost host) => (_program, _host) = (program, host);

    public ITaskClient Client => _host.Services.GetRequiredService<ITaskClient>();

    public ITaskRegistry Registry => _host.Services.GetRequiredService<ITaskRegistry>();

    /// <summary>Compiles declarations and a body that may use <c>client</c> and <c>Check(condition)</c>, and starts the host.</summary>
    public static async Task<HostedProgram> StartAsync(string declarations, string body = "")
    {
        var program = LoadedProgram.Of(ProgramSource.Of(declarations, body), Registration);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var taskgen = builder.Services.AddTaskGen().UseInMemory().AddWorker(static options => options.Queue("default"));
        program.Assembly.GetType("Registration", throwOnError: true)!.GetMethod("Add")!.Invoke(null, [taskgen]);
        var host = builder.Build();
        await host.StartAsync();
        return new HostedProgram(program, host);
    }

    /// <summary>Starts the host, runs the body, and stops the host.</summary>
    public static async Task RunAsync(string declarations, string body)
    {
        await using var program = await StartAsync(declarations, body);
        await program.RunAsync();
    }

    public Task RunAsync() => _program.CallAsync(Client);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _program.Dispose();
    }
}
