using Generator.Tests.Support;
using TaskGen.Exceptions;

namespace Generator.Tests.Faults;

/// <summary>Results and the details of progress reports that cannot be written have the same texts as arguments.</summary>
public sealed class FaultG7ResultMessageTests
{
    private const string Tasks =
        """
        public sealed record Line(double Price);
        public sealed record Order(List<Line> Lines);
        public sealed class Shop
        {
            [Task] public Order Get() => new([new(1), new(double.NaN)]);
            [Task] [return: Sensitive] public Order Hidden() => Get();
            [Task] public void Put(int id, Order order) { }
            [Task] public void Report(ITaskProgress<Order> progress) => progress.Report(1, 1, null, Get());
        }
        """;

    [Fact]
    public async Task A_result_names_the_member_and_the_reason() => Assert.Equal(
        "The result of task 'Shop.Get' cannot be stored: 'value.Lines[1].Price' cannot be written as JSON because this System.Double is "
        + "NaN or infinity; pass a finite number.",
        await MessageOfAsync<TaskResultException>("await client.Shop.Get.DelayAsync();"));

    [Fact]
    public async Task A_sensitive_result_names_them_too() => Assert.Equal(
        "The result of task 'Shop.Hidden' cannot be stored: 'value.Lines[1].Price' cannot be written as JSON because this System.Double is "
        + "NaN or infinity; pass a finite number.",
        await MessageOfAsync<TaskResultException>("await client.Shop.Hidden.DelayAsync();"));

    [Fact]
    public async Task An_argument_names_them_with_the_parameter() => Assert.Equal(
        "The arguments of task 'Shop.Put' are not valid: 'order.Lines[1].Price' cannot be written as JSON because this System.Double is "
        + "NaN or infinity; pass a finite number.",
        await MessageOfAsync<TaskGen.TaskArgumentException>("await client.Shop.Put.DelayAsync(1, new Shop().Get());"));

    [Fact]
    public async Task A_detail_names_them() => Assert.Equal(
        "'value.Lines[1].Price' cannot be written as JSON because this System.Double is NaN or infinity; pass a finite number",
        await MessageOfAsync<InvalidOperationException>("await client.Shop.Report.DelayAsync();"));

    private static async Task<string> MessageOfAsync<TException>(string body)
        where TException : Exception =>
        (await Assert.ThrowsAsync<TException>(() => LoadedProgram.RunAsync(Tasks, body))).Message;
}
