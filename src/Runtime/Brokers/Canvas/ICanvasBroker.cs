namespace TaskGen.Brokers;

/// <summary>
/// Defines the operations on canvases, and on the deliveries that one queue has for other queues. A canvas is stored in one queue; its
/// tasks may run in any queue. The remarks of <see cref="IBroker"/> apply to all operations.
/// </summary>
internal interface ICanvasBroker
{
    /// <summary>
    /// Stores a page of the nodes of a canvas. Storing a page again has no effect, and a page of a canvas that was committed is ignored. A
    /// canvas that is not committed within 10 minutes after its last page is removed.
    /// </summary>
    /// <param name="queue">The name of the queue of the canvas.</param>
    /// <param name="canvas">The id of the canvas.</param>
    /// <param name="page">The nodes: from 1 to 200, and at most 1 MiB unless there is only one node.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <exception cref="ArgumentException">The page does not meet <see cref="CanvasRules"/>.</exception>
    ValueTask StoreCanvasAsync(string queue, Guid canvas, IReadOnlyList<CanvasNode> page, CancellationToken cancellationToken);

    /// <summary>
    /// Creates the record of a canvas under the id of the canvas, and starts its entry node. Committing again has no effect.
    /// </summary>
    /// <param name="queue">The name of the queue of the canvas.</param>
    /// <param name="canvas">The id of the canvas.</param>
    /// <param name="commit">The number of nodes, the entry node, and the data of the record.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <returns>
    /// <see langword="true"/> if the canvas is running or has run; <see langword="false"/> if pages are missing, in which case nothing was
    /// started.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The commit is not valid. A broker may also throw if a node refers to a node that was not stored.
    /// </exception>
    ValueTask<bool> CommitCanvasAsync(string queue, Guid canvas, CanvasCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Reports the ends of tasks to their canvases. After a success, the next node starts, or the result is stored at the position of the
    /// group. After a failure, the error scopes around the node start their nodes. Groups and the canvas itself may end in the same step.
    /// Only the first report for a node counts; a report for an unknown canvas, or for a node that was not started, is ignored.
    /// </summary>
    /// <param name="queue">The name of the queue of the canvases.</param>
    /// <param name="reports">The reports, at most 100. Each state must be a final state.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <exception cref="ArgumentException">There are more than 100 reports, or a state is not a final state.</exception>
    ValueTask AdvanceCanvasAsync(string queue, IReadOnlyList<CanvasReport> reports, CancellationToken cancellationToken);

    /// <summary>
    /// Removes the deliveries that have been delivered, and returns deliveries that are due, oldest first. A returned delivery is due again
    /// after five seconds unless it is confirmed. The call also performs one page of the work within the canvases of the queue, such as
    /// starting the members of a large group.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="request">The keys of confirmed deliveries, and the maximum number to return.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <returns>The deliveries: at most 100, and at most 1 MiB unless the first one is larger.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The maximum number is not in the range from 0 to 100.</exception>
    ValueTask<DeliveryReply> DeliverAsync(string queue, DeliveryRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a page of the results of a group that succeeded, in the order of its members.</summary>
    /// <param name="queue">The name of the queue of the canvas.</param>
    /// <param name="canvas">The id of the canvas.</param>
    /// <param name="group">The index of the group in the canvas.</param>
    /// <param name="from">The position of the first result to read; at least 0.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>
    /// The results: at most 500, and at most 1 MiB unless the first one is larger. <see langword="null"/> if the canvas or the group does
    /// not exist, or if the group has not succeeded.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative.</exception>
    ValueTask<CanvasMembers?> ReadMembersAsync(string queue, Guid canvas, int group, int from, CancellationToken cancellationToken);
}
