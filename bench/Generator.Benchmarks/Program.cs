using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TaskGen.Generator.Benchmarks;

// One invocation an iteration: a compilation binds its symbols once, so a second run on the same one would measure less than an editor
// pays.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
    .WithInvocationCount(1)
    .WithUnrollFactor(1)
    .WithWarmupCount(20)
    .WithIterationCount(40);
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(job)
    .AddColumn(StatisticColumn.Median, StatisticColumn.P95)
    .WithOption(ConfigOptions.DisableOptimizationsValidator, true);
BenchmarkSwitcher.FromTypes([typeof(ColdRun), typeof(Keystroke)]).Run(args, config);
