using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Declares inherited tasks where they can run.</summary>
public sealed class InheritedTaskCodeFixTests
{
    private const string InClass = "Declare a public task that calls the method";

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

    [Fact]
    public Task Calls_an_override_in_its_own_class() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0001",
        """
        using TaskGen;

        internal abstract class JobBase
        {
            protected abstract void Execute(params int[] ids);
        }

        internal sealed class Nightly : JobBase
        {
            [Task(Name = "nightly")]
            [TaskAlias("old.nightly")]
            protected override void Execute(params int[] ids) { }
        }
        """,
        """
        using TaskGen;

        internal abstract class JobBase
        {
            protected abstract void Execute(params int[] ids);
        }

        internal sealed class Nightly : JobBase
        {
            protected override void Execute(params int[] ids) { }

            [Task(Name = "nightly")]
            [TaskAlias("old.nightly")]
            public void ExecuteTask(params int[] ids) => Execute(ids);
        }
        """,
        InClass);

    [Fact]
    public Task Calls_an_explicit_implementation_in_its_own_class() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0009",
        """
        using TaskGen;

        internal interface IJob<T>
        {
            int Run(T item);
        }

        internal sealed class Nightly : IJob<string>
        {
            [Task]
            int IJob<string>.Run(string item) => item.Length;
        }
        """,
        """
        using TaskGen;

        internal interface IJob<T>
        {
            int Run(T item);
        }

        internal sealed class Nightly : IJob<string>
        {
            int IJob<string>.Run(string item) => item.Length;

            [Task]
            public int Run(string item) => ((IJob<string>)this).Run(item);
        }
        """);

    [Fact]
    public Task Hides_the_task_of_a_base_class_on_purpose() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0001",
        """
        using TaskGen;

        internal abstract class JobBase
        {
            [Task]
            protected void Execute(int id) { }
        }

        internal class First : JobBase
        {
        }

        internal sealed class Second : First
        {
        }
        """,
        """
        using TaskGen;

        internal abstract class JobBase
        {
            protected void Execute(int id) { }
        }

        internal class First : JobBase
        {
            [Task]
            public void ExecuteTask(int id) => Execute(id);
        }

        internal sealed class Second : First
        {
            [Task]
            public new void ExecuteTask(int id) => Execute(id);
        }
        """);

    [Fact]
    public Task Offers_nothing_where_no_class_can_run_it() => CodeFixVerifier.VerifyNoFixAsync<InheritedTaskCodeFix>(
        "TG0001",
        """
        using TaskGen;

        internal abstract class JobBase
        {
            [Task]
            protected abstract void Execute(int id);
        }

        internal sealed class Nightly : JobBase
        {
            private Nightly() { }

            protected override void Execute(int id) { }
        }
        """);

    [Theory]
    [InlineData("private void Execute() { }")]
    [InlineData("protected void Execute() { }")]
    public Task Offers_nothing_where_the_method_itself_can_be_made_accessible(string method) =>
        CodeFixVerifier.VerifyNoFixAsync<InheritedTaskCodeFix>(
            "TG0001",
            $$"""
            using TaskGen;

            internal class Jobs
            {
                [Task] {{method}}
            }
            """);

    [Fact]
    public Task Offers_nothing_where_the_parameters_cannot_be_serialized() => CodeFixVerifier.VerifyNoFixAsync<InheritedTaskCodeFix>(
        "TG0001",
        """
        using System;
        using TaskGen;

        internal abstract class JobBase
        {
            [Task]
            protected abstract void Execute(Span<int> numbers);
        }

        internal sealed class Nightly : JobBase
        {
            protected override void Execute(Span<int> numbers) { }
        }
        """);

    [Fact]
    public Task Documents_what_is_visible_and_keeps_names_apart() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0001",
        """
        using TaskGen;

        /// <summary>Works.</summary>
        public abstract class JobBase
        {
            private const int Hidden = 4;

            /// <summary>Works.</summary>
            [Task(Retry = Hidden)]
            protected virtual void Execute(string? text = null, int? number = null) { }
        }

        namespace A
        {
            /// <summary>Works.</summary>
            [TaskGroup("First")]
            public sealed class Nightly : JobBase
            {
                /// <summary>Has the name that would be taken.</summary>
                public static void ExecuteTask() { }
            }
        }

        namespace B
        {
            /// <summary>Works.</summary>
            public sealed class Nightly : JobBase;
        }
        """,
        """
        using TaskGen;

        /// <summary>Works.</summary>
        public abstract class JobBase
        {
            private const int Hidden = 4;

            /// <summary>Works.</summary>
            protected virtual void Execute(string? text = null, int? number = null) { }
        }

        namespace A
        {
            /// <summary>Works.</summary>
            [TaskGroup("First")]
            public sealed class Nightly : JobBase
            {
                /// <summary>Has the name that would be taken.</summary>
                public static void ExecuteTask() { }

                /// <inheritdoc cref="M:JobBase.Execute(System.String,System.Nullable{System.Int32})"/>
                [Task(Name = "A.Nightly.RunExecute", Retry = 4)]
                public void RunExecute(string? text = null, int? number = null) => Execute(text, number);
            }
        }

        namespace B
        {
            /// <summary>Works.</summary>
            public sealed class Nightly : JobBase
            {
                /// <inheritdoc cref="M:JobBase.Execute(System.String,System.Nullable{System.Int32})"/>
                [Task(Name = "B.Nightly.RunExecute", Retry = 4)]
                public void RunExecute(string? text = null, int? number = null) => Execute(text, number);
            }
        }
        """);

    [Fact]
    public async Task Offers_both_where_the_base_class_can_run_too() => Assert.Equal(
        ["Declare the task in each derived class", InClass],
        await CodeFixVerifier.OfferedAsync<InheritedTaskCodeFix>(
            "TG0001",
            """
            using TaskGen;

            internal class JobBase
            {
                [Task]
                protected virtual void Execute(int id) { }
            }

            internal sealed class Nightly : JobBase;
            """));
}
