using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Declares inherited tasks where they can run.</summary>
public sealed class InheritedTaskCodeFixTests
{
    private const string Added =
        "public Task<int> ExecuteTaskAsync(int id, [Sensitive] string password, [FromServices] IServiceProvider services, "
        + "DayOfWeek day = DayOfWeek.Friday, CancellationToken token = default) => ExecuteAsync(id, password, services, day, token);";

    [Fact]
    public Task Calls_a_protected_method_in_each_class_that_overrides_it() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0001",
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        internal abstract class JobBase
        {
            public const string Nights = "nights";

            /// <summary>Does the work.</summary>
            [Task(Name = "job", Queue = Nights, Priority = TaskPriority.Low, Retry = 3), RetryOn<TimeoutException>]
            [TaskAlias("old.job")]
            [return: Sensitive]
            protected abstract Task<int> ExecuteAsync(
                int id, [Sensitive] string password, [FromServices] IServiceProvider services, DayOfWeek day = DayOfWeek.Friday,
                CancellationToken token = default);
        }

        internal sealed class Nightly : JobBase
        {
            private readonly int _factor = 2;

            protected override Task<int> ExecuteAsync(
                int id, string password, IServiceProvider services, DayOfWeek day, CancellationToken token) =>
                Task.FromResult(id * _factor);

            public override string ToString() => "nightly";
        }

        internal sealed class Hourly : JobBase
        {
            protected override Task<int> ExecuteAsync(
                int id, string password, IServiceProvider services, DayOfWeek day, CancellationToken token) => Task.FromResult(id);
        }
        """,
        $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        internal abstract class JobBase
        {
            public const string Nights = "nights";

            /// <summary>Does the work.</summary>
            [return: Sensitive]
            protected abstract Task<int> ExecuteAsync(
                int id, [Sensitive] string password, [FromServices] IServiceProvider services, DayOfWeek day = DayOfWeek.Friday,
                CancellationToken token = default);
        }

        internal sealed class Nightly : JobBase
        {
            private readonly int _factor = 2;

            protected override Task<int> ExecuteAsync(
                int id, string password, IServiceProvider services, DayOfWeek day, CancellationToken token) =>
                Task.FromResult(id * _factor);

            [Task(Queue = Nights, Priority = TaskPriority.Low, Retry = 3)]
            [RetryOn<TimeoutException>]
            [return: Sensitive]
            {{Added}}

            public override string ToString() => "nightly";
        }

        internal sealed class Hourly : JobBase
        {
            protected override Task<int> ExecuteAsync(
                int id, string password, IServiceProvider services, DayOfWeek day, CancellationToken token) => Task.FromResult(id);

            [Task(Queue = Nights, Priority = TaskPriority.Low, Retry = 3)]
            [RetryOn<TimeoutException>]
            [return: Sensitive]
            {{Added}}
        }
        """);

    [Fact]
    public Task Marks_or_adds_overrides_of_a_public_method() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0007",
        """
        using System;
        using TaskGen;

        internal abstract class JobBase
        {
            [Task(Retry = 2)]
            public virtual void Run(int id, int times = 3) => Console.WriteLine(id * times);
        }

        internal sealed class Own : JobBase
        {
            // Not as the others.
            public override void Run(int id, int times = 3) => Console.WriteLine(id);
        }

        internal sealed class Same : JobBase;

        internal abstract class Middle : JobBase;

        internal sealed class Lower : Middle
        {
        }
        """,
        """
        using System;
        using TaskGen;

        internal abstract class JobBase
        {
            public virtual void Run(int id, int times = 3) => Console.WriteLine(id * times);
        }

        internal sealed class Own : JobBase
        {
            // Not as the others.
            [Task(Retry = 2)]
            public override void Run(int id, int times = 3) => Console.WriteLine(id);
        }

        internal sealed class Same : JobBase
        {
            [Task(Retry = 2)]
            public override void Run(int id, int times = 3) => base.Run(id, times);
        }

        internal abstract class Middle : JobBase;

        internal sealed class Lower : Middle
        {
            [Task(Retry = 2)]
            public override void Run(int id, int times = 3) => base.Run(id, times);
        }
        """);

    [Fact]
    public Task Uses_the_type_arguments_of_each_class() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0005",
        """
        using System.Collections.Generic;
        using TaskGen;

        internal sealed record Order(int Id);

        internal class Handler<T>
        {
            [Task]
            public virtual void Handle(T item, List<T> others) { }
        }

        internal sealed class OrderHandler : Handler<Order>
        {
        }
        """,
        """
        using System.Collections.Generic;
        using TaskGen;

        internal sealed record Order(int Id);

        internal class Handler<T>
        {
            public virtual void Handle(T item, List<T> others) { }
        }

        internal sealed class OrderHandler : Handler<Order>
        {
            [Task]
            public override void Handle(Order item, List<Order> others) => base.Handle(item, others);
        }
        """);

    [Fact]
    public Task Moves_the_task_from_an_interface_to_its_classes() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0009",
        """
        using TaskGen;

        internal interface IJob
        {
            [Task(Name = "job")]
            void Run(int id, [Sensitive] string text = "");

            [Task]
            void Stop() { }
        }

        internal sealed class First : IJob
        {
            public void Run(int id, string text) { }

            public void Stop() { }
        }

        internal sealed class Second : IJob
        {
            void IJob.Run(int id, string text) { }
        }
        """,
        """
        using TaskGen;

        internal interface IJob
        {
            void Run(int id, [Sensitive] string text = "");

            void Stop() { }
        }

        internal sealed class First : IJob
        {
            [Task]
            public void Run(int id, [Sensitive] string text = "") { }

            [Task]
            public void Stop() { }
        }

        internal sealed class Second : IJob
        {
            void IJob.Run(int id, string text) { }

            [Task]
            public void Run(int id, [Sensitive] string text = "") => ((IJob)this).Run(id, text);

            [Task]
            public void Stop() => ((IJob)this).Stop();
        }
        """);
}
