extension MessageTexts {
    /// The texts of the license folder: first its errors, then its findings.
    static let store = """
        storeError.unreadable
        The file {file} cannot be read[ ({code})]. Check the path and the permissions, and choose a regular file.
        无法读取文件 {file}[（{code}）]。请检查路径和权限，并选择普通文件。

        storeError.older-than-installed
        A newer license is already installed: {license}. Ask {contact} for the latest license, or allow older licenses explicitly.
        已安装更新的许可证：{license}。请联系{contact}获取最新的许可证；如确需导入，请明确允许导入较旧的许可证。

        storeError.id-conflict
        [Licenses from different issuers have the ID {license}: {issuer}. To delete one, name its issuer.|Two different licenses have the ID {license}. Ask {contact} for a license with its own ID, or delete the old one first.]
        [不同签发者的许可证使用同一编号 {license}：{issuer}。如需删除其中一个，请指明签发者。|有两个不同的许可证使用同一编号：{license}。请联系{contact}获取编号不同的许可证，或先删除旧许可证。]

        storeError.not-authorized
        Only an administrator can install, reload or delete licenses. Log in as an administrator and try again.
        仅管理员可以导入、重新加载或删除许可证。请以管理员身份登录后重试。

        storeError.not-found
        No license with the ID {license} is installed. Check the ID in the list of licenses.
        未安装编号为 {license} 的许可证。请在许可证列表中核对编号。

        storeError.store-full
        The license folder is full. Delete licenses that you no longer need[, such as the expired {license}].
        许可证数量已达上限。请删除不再需要的许可证[，例如已过期的 {license}]。

        storeError.plan-changed
        The installed licenses have changed since the preview. Look at the new preview and confirm again.
        预览之后，已安装的许可证发生了变化。请查看新的预览并重新确认。

        storeError.storage-failed
        The license folder failed at {file} ({code}). The licenses in use have not changed. Check the disk and the folder, and try again.
        许可证目录读写失败：{file}（{code}）。正在使用的许可证未受影响。请检查磁盘和目录后重试。

        storeError.storage-full
        There is no space left for {file} ({code}). The licenses in use have not changed. Free some space and try again.
        存储空间不足，无法写入 {file}（{code}）。正在使用的许可证未受影响。请清理空间后重试。

        storeError.storage-read-only
        The license folder is read-only: {file} ({code}). The licenses in use have not changed. Make the folder writable and try again.
        许可证目录为只读：{file}（{code}）。正在使用的许可证未受影响。请将目录改为可写后重试。

        storeError.storage-denied
        The product has no permission for {file} ({code}). The licenses in use have not changed. Correct the owner and the permissions, and try again.
        没有权限访问 {file}（{code}）。正在使用的许可证未受影响。请更正属主和权限后重试。

        storeError.storage-missing
        The license folder {file} cannot be created, because the folder that contains it does not exist ({code}). Create that folder or mount its disk, and try again.
        无法创建许可证目录 {file}，因为其上级目录不存在（{code}）。请创建上级目录或挂载其磁盘后重试。

        storeError.durability-unknown
        The change is visible, but the disk did not confirm that it is saved ({code}). Check the disk, and repeat the change if it is missing after a restart.
        更改已生效，但磁盘未确认写入成功（{code}）。请检查磁盘；如果重启后更改丢失，请重新操作。

        storeError.locked
        Another process is changing the license folder. Try again in a few seconds.
        另一个进程正在修改许可证目录。请几秒后重试。

        storeError.other
        The license folder refused the change: {code}. Ask {contact}.
        许可证目录拒绝了该更改：{code}。请联系{contact}。

        storeFinding.reload-failed
        The file {file} cannot be used since {instant} ({code})[. The license {license} stays in use as it was]. Replace or delete the file, and reload.
        自 {instant} 起无法使用文件 {file}（{code}）[，许可证 {license} 保持原状继续使用]。请替换或删除该文件，然后重新加载。

        storeFinding.install-incomplete
        An installation was interrupted, and these licenses are missing: {license}. Install the same file again.
        上次导入被中断，缺少以下许可证：{license}。请重新导入同一文件。

        storeFinding.id-conflict
        The file {file} has another license with the ID {license}, which is not used. Remove the file if you do not need it, and reload.
        文件 {file} 中有另一个使用相同编号 {license} 的许可证，该许可证未被使用。如不需要，请移除该文件并重新加载。

        storeFinding.time-unreadable
        The saved time cannot be read ({code}), so setting the clock back is noticed less. Check the permissions of {file}.
        无法读取已保存的时间（{code}），因此较难发现时钟被回拨。请检查 {file} 的权限。

        storeFinding.time-damaged
        One of the two copies of the saved time is damaged: {file}. The other copy is used. Check the disk.
        保存时间的两个副本之一已损坏：{file}。当前使用另一个副本。请检查磁盘。

        storeFinding.time-missing
        The saved time is missing: {file}. If you restored the folder, check the clock. Otherwise find out who removed it.
        已保存的时间缺失：{file}。如果刚恢复过该目录，请检查时钟；否则请查明由谁删除。

        storeFinding.time-not-saved
        The time could not be saved since {instant} ({code}). Check the disk and the permissions of {file}.
        自 {instant} 起无法保存时间（{code}）。请检查磁盘以及 {file} 的权限。

        storeFinding.time-restored
        The saved time is older than the product's own record: the license folder was restored from a backup. Check which licenses are installed.
        已保存的时间早于产品自身的记录：许可证目录曾从备份恢复。请核对已安装的许可证。

        storeFinding.node-key-unreadable
        The node key cannot be read ({code}). The node's ID comes from the application code. Check the permissions of {file}, or restore it from a backup.
        无法读取节点密钥（{code}），节点标识取自应用代码。请检查 {file} 的权限，或从备份恢复。

        storeFinding.identity-incomplete
        The node's ID is not complete: {file} cannot be created or read ({code}). Licenses for this node may not count. Check the disk and the permissions, and restart the product.
        节点标识不完整：无法创建或读取 {file}（{code}）。绑定本节点的许可证可能不生效。请检查磁盘和权限，然后重启产品。

        storeFinding.unsafe-mode
        Other users can read or change {file}. Remove their permissions.
        其他用户可以读取或修改 {file}。请撤销其权限。

        storeFinding.history-not-saved
        The history of the license folder could not be written since {instant} ({code}). Check the disk and the permissions of {file}.
        自 {instant} 起无法写入许可证目录的历史记录（{code}）。请检查磁盘以及 {file} 的权限。

        storeFinding.other
        The license folder needs attention: {code}[ ({file})].
        许可证目录需要注意：{code}[（{file}）]。
        """
}
